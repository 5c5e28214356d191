enum PCRE2Placeholder {}
