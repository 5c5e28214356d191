"""Opens an audit page in a real browser and uses it as a person would.

drive_page.py PAGE FINDINGS BLOCKING ends with a sentence on standard error and 1 where the page does not do
what it should; drive_page.py PAGE alone does not use what the page of a compliance report has not. The browser is spoken to over two pipes (Chrome DevTools Protocol); nothing else is needed.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")

CONTRAST = """
(() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const back = (element) => {
    for (let place = element; place; place = place.parentElement) {
      const colour = parse(getComputedStyle(place).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let worst = [99, ""];
  for (const element of document.body.querySelectorAll("*")) {
    if (["SCRIPT", "STYLE"].includes(element.tagName) || element.checkVisibility?.() === false) continue;
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!isText) continue;
    const [a, b] = [parse(getComputedStyle(element).color), back(element)].map(light);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst[0]) worst = [ratio, element.outerHTML.slice(0, 80)];
  }
  return worst;
})()
"""


class Browser:
    def __init__(self, program, folder):
        down, self.down = os.pipe()
        self.up, up = os.pipe()

        # Out of the way of 3 and 4, where the browser looks for them.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (down, up)]

        def place():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--disable-dev-shm-usage", f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in [down, up] + ends:
            os.close(end)
        self.number = 0
        self.buffer = b""
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def read(self):
        while b"\0" not in self.buffer:
            more = os.read(self.up, 1 << 16)
            if not more:
                sys.exit("the browser stopped")
            self.buffer += more
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.down, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            sys.exit(f"{expression[:60]}: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, text=key if kind == "keyDown" else "")

    def end(self):
        os.close(self.down)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def expect(what, is_so):
    if not is_so:
        sys.exit(what)


def open_page(browser, page):
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(f"{domain}.enable")
    browser.call("Page.navigate", url=f"file://{os.path.abspath(page)}")
    for _ in range(200):
        if browser.value("document.readyState") == "complete":
            break
        time.sleep(0.05)


def use(browser, findings, blocking):
    """Filters, keys and links of an audit page."""
    value = browser.value
    order = value("[...document.body.children].map((e) => e.id || e.tagName.toLowerCase()).join()")
    expect(f"the order of reading is {order}", "header,verdict,filters,documents" in order.replace("p,", ""))
    shown = "document.querySelectorAll('.finding:not([hidden])').length"
    expect("not every finding is shown at first", value(shown) == findings)
    said = value("document.getElementById('shown').textContent")
    expect(f"it says {said}", said == f"{findings} of {findings} findings shown")

    browser.press("b")
    expect("'b' does not leave what blocks", value(shown) == blocking)
    browser.press("b")
    expect("'b' does not bring the others back", value(shown) == findings)
    browser.press("n")
    first = value("document.activeElement.id")
    browser.press("n")
    second = value("document.activeElement.id")
    ids = value("[...document.querySelectorAll('.finding')].slice(0, 2).map((e) => e.id)")
    expect(f"'n' leads to {first}, {second}", [first, second] == ids)
    browser.press("p")
    expect("'p' does not lead back", value("document.activeElement.id") == first)
    value("document.querySelector('[value=critical]').click()")
    hidden = value("document.querySelectorAll('.finding.critical:not([hidden])').length")
    expect("unticking critical hides nothing", hidden == 0)
    value("document.querySelector('[value=critical]').click()")
    value("document.querySelector('.finding a[href]').click()")
    time.sleep(0.1)
    expect("a finding's link does not lead to its mark",
           value("document.querySelector(location.hash).tagName") == "MARK")


def look(browser, page):
    """Whatever the page: widths, schemes, contrast, names for screen readers, print, and no network."""
    value = browser.value
    for width in (1280, 360):
        browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                     deviceScaleFactor=1, mobile=False)
        wide = value("document.documentElement.scrollWidth")
        expect(f"at {width} the page is {wide} wide", wide <= width)
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia",
                     features=[{"name": "prefers-color-scheme", "value": scheme}])
        ratio, where = value(CONTRAST)
        expect(f"{scheme}: a contrast of {ratio:.2f} at {where}", ratio >= 4.5)

    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node.get("ignored")]
    for role in ("main", "banner", "heading"):
        expect(f"there is no {role} for a screen reader", role in roles)
    for node in nodes:
        if node.get("ignored") or node["role"]["value"] not in (
                "link", "checkbox", "region", "form", "textbox", "image", "table"):
            continue
        expect(f"a {node['role']['value']} has no name", node.get("name", {}).get("value"))
    expect("it does not print", len(browser.call("Page.printToPDF")["data"]) > 1000)

    for event in browser.events:
        if event["method"] == "Log.entryAdded":
            sys.exit(f"the browser complains: {event['params']['entry']['text']}")
        if event["method"] == "Runtime.exceptionThrown":
            sys.exit(f"the script fails: {event['params']['exceptionDetails']['text']}")
        if event["method"] == "Network.requestWillBeSent":
            url = event["params"]["request"]["url"]
            expect(f"the page asks for {url}", url.split("#")[0].endswith(os.path.basename(page)))


def main():
    page = sys.argv[1]
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit("there is no browser")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, folder)
        try:
            open_page(browser, page)
            if len(sys.argv) > 2:
                use(browser, int(sys.argv[2]), int(sys.argv[3]))
            look(browser, page)
        finally:
            browser.end()
    print("used")


main()
