"""Invented people of many cultures, with everything a case file knows of them.

Nobody here exists: telephone numbers are of the ranges that Ofcom keeps for fiction, NHS numbers of the
range 999 that is kept for tests, postcodes of districts that were never given out, e-mail addresses of
the domains of RFC 2606. Family names have five letters or more and are no words of English, so that a
search for one in a file cannot hit anything else.
"""

import unicodedata
from dataclasses import dataclass
from random import Random

# Title words of women and men, then given names of each, then family names.
CULTURES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "English": (
        ("Eleanor", "Beatrice", "Harriet", "Winifred"), ("Edmund", "Geoffrey", "Rupert", "Clive"),
        ("Whitcombe", "Thistlewood", "Pemberton", "Ravenscroft", "Haverstock")),
    "Scottish": (
        ("Morag", "Eilidh", "Catriona"), ("Hamish", "Alasdair", "Fergus"),
        ("MacAllister", "Kirkpatrick", "Dalrymple", "Colquhoun")),
    "Irish": (
        ("Siobhán", "Aoife", "Gráinne"), ("Cormac", "Diarmuid", "Pádraig"),
        ("O'Driscoll", "Gallagher", "McEntaggart", "O'Shaughnessy")),
    "Welsh": (
        ("Angharad", "Myfanwy", "Carys"), ("Gethin", "Rhodri", "Emrys"),
        ("Llewellyn", "Cadwaladr", "Prydderch")),
    "Nigerian": (
        ("Chidinma", "Folasade", "Ngozi"), ("Olumide", "Chukwuemeka", "Babatunde"),
        ("Okonkwo", "Adebayo", "Nwachukwu", "Ogunleye")),
    "Ghanaian": (
        ("Akosua", "Abena", "Efua"), ("Kwabena", "Kofi", "Yaw"),
        ("Owusu-Ansah", "Boateng", "Acheampong")),
    "Punjabi": (
        ("Harpreet", "Gurleen", "Manjit"), ("Gurdeep", "Baljinder", "Sukhwinder"),
        ("Dhaliwal", "Sandhu", "Randhawa", "Grewal")),
    "Gujarati": (
        ("Hetal", "Bhavna", "Nirali"), ("Jignesh", "Kirit", "Dipesh"),
        ("Chaudhari", "Jariwala", "Solanki")),
    "Tamil": (
        ("Kavitha", "Meenakshi", "Thilaga"), ("Senthil", "Murugan", "Prabakaran"),
        ("Sivakumar", "Ramanathan", "Balasubramaniam")),
    "Bengali": (
        ("Farzana", "Nasrin", "Shirin"), ("Rafiqul", "Mizanur", "Anisur"),
        ("Chowdhury", "Bhattacharya", "Mukherjee")),
    "Pakistani": (
        ("Shaheen", "Nadia", "Rukhsana"), ("Tariq", "Imran", "Zulfiqar"),
        ("Qureshi", "Siddiqui", "Bukhari")),
    "Polish": (
        ("Agnieszka", "Małgorzata", "Zofia"), ("Zbigniew", "Krzysztof", "Łukasz"),
        ("Kowalczyk", "Wiśniewska", "Łukaszewicz", "Szymański")),
    "Romanian": (
        ("Ileana", "Ștefania", "Ruxandra"), ("Cătălin", "Gheorghe", "Răzvan"),
        ("Popescu", "Ionescu", "Dumitrescu")),
    "Hungarian": (
        ("Zsuzsanna", "Ildikó", "Orsolya"), ("Gergely", "Zoltán", "Balázs"),
        ("Horváth", "Szabó-Nagy", "Kovácsné")),
    "Lithuanian": (
        ("Rasa", "Jurgita", "Daiva"), ("Vytautas", "Mindaugas", "Algirdas"),
        ("Kazlauskas", "Petrauskienė", "Jankauskas")),
    "Turkish": (
        ("Ayşe", "Elif", "Gülsüm"), ("Mehmet", "Orhan", "Çetin"),
        ("Yılmaz", "Karaoğlu", "Demirtaş")),
    "Greek": (
        ("Despina", "Vasiliki", "Eleftheria"), ("Stavros", "Dimitrios", "Panagiotis"),
        ("Papadakis", "Theodorou", "Karagiannis")),
    "Arabic": (
        ("Fatima", "Maryam", "Hanan"), ("Khalid", "Mustafa", "Yousef"),
        ("Al-Mansouri", "Haddadin", "Abdelrahman")),
    "Somali": (
        ("Hodan", "Ifrah", "Sagal"), ("Abdirahman", "Guled", "Liban"),
        ("Warsame", "Abdullahi", "Jimcaale")),
    "Vietnamese": (
        ("Thu Hà", "Bích Ngọc", "Lan Anh"), ("Quang Minh", "Văn Dũng", "Hữu Phước"),
        ("Nguyễn", "Trương", "Dương")),
    "Chinese": (
        ("Xiuying", "Meiling", "Yuanyuan"), ("Jianguo", "Weimin", "Zhiqiang"),
        ("Zhang-Li", "Ouyang", "Zhuang")),
    "Jamaican": (
        ("Shanique", "Marcia", "Yvonne"), ("Delroy", "Winston", "Errol"),
        ("Blackwood-Grant", "McKenzie", "Gayle-Powell")),
    "Portuguese": (
        ("Conceição", "Fátima", "Inês"), ("João", "Tiago", "Gonçalo"),
        ("Magalhães", "Figueiredo", "Guimarães")),
    "Ukrainian": (
        ("Oksana", "Halyna", "Yuliia"), ("Taras", "Bohdan", "Mykola"),
        ("Shevchenko", "Kovalenko", "Bondarenko")),
    "German": (
        ("Ingeborg", "Liesel", "Ursula"), ("Günther", "Jürgen", "Dieter"),
        ("Müller-Lüdenscheidt", "Schröder", "Weißmann")),
}

STREETS = (
    "Larch Close", "Thornbury Avenue", "Mill Race Lane", "Cobden Terrace", "Wharfedale Road",
    "Saxon Way", "Kestrel Drive", "Old Tannery Court", "Pinfold Street", "Beechcroft Gardens",
    "Quarry Hill Road", "St Oswald's Crescent")
TOWNS = ("Harrowmere", "Felbridge Cross", "Larkminster", "Otterwick", "Sallowby", "Dunmarsh")
DISTRICTS = ("EX99", "TR99", "LN99", "YO99", "DL99", "HR99", "BS99", "NR99", "LA99", "CT99")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December")
FICTIONAL_TELEPHONES = (
    "01632 960 {:03}", "020 7946 0{:03}", "0113 496 0{:03}", "0161 496 0{:03}", "0121 496 0{:03}",
    "029 2018 0{:03}")


def plain(name: str) -> str:
    """A name in the letters of an e-mail address."""
    special = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "đ": "d", "Đ": "D"})
    letters = unicodedata.normalize("NFD", name.translate(special))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


def nhs_number(generator: Random) -> str:
    """A number of the range 999, with its right check digit (mod 11)."""
    while True:
        digits = [9, 9, 9] + [generator.randrange(10) for _ in range(6)]
        total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1)))
        check = (11 - total % 11) % 11
        if check < 10:
            text = "".join(map(str, digits)) + str(check)
            return f"{text[:3]} {text[3:6]} {text[6:]}"


@dataclass(frozen=True)
class Person:
    culture: str
    title: str
    given: str
    family: str
    address: str
    town: str
    postcode: str
    phone: str
    mobile: str
    email: str
    nhs: str
    birth: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def name(self) -> str:
        return f"{self.title} {self.full}"

    @property
    def surname(self) -> str:
        return f"{self.title} {self.family}"


def invent(generator: Random, culture: str) -> Person:
    women, men, families = CULTURES[culture]
    is_woman = generator.random() < 0.5
    given = generator.choice(women if is_woman else men)
    family = generator.choice(families)
    inward = "".join(generator.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    return Person(
        culture=culture,
        title=generator.choice(("Mrs", "Ms", "Miss") if is_woman else ("Mr",)),
        given=given,
        family=family,
        address=f"{generator.randrange(2, 180)} {generator.choice(STREETS)}",
        town=generator.choice(TOWNS),
        postcode=f"{generator.choice(DISTRICTS)} {generator.randrange(1, 10)}{inward}",
        phone=generator.choice(FICTIONAL_TELEPHONES).format(generator.randrange(1000)),
        mobile=f"07700 900 {generator.randrange(1000):03}",
        email=f"{plain(given)}.{plain(family)}".lower()
        + f"@{generator.choice(('example.org', 'example.com', 'example.net'))}",
        nhs=nhs_number(generator),
        birth=f"{generator.randrange(1, 29)} {generator.choice(MONTHS)} "
        f"{generator.randrange(1931, 2012)}")


def invent_two(generator: Random) -> tuple[Person, Person]:
    """Two people of different families and addresses."""
    first = invent(generator, generator.choice(list(CULTURES)))
    while True:
        second = invent(generator, generator.choice(list(CULTURES)))
        others = (second.address, second.phone, second.mobile, second.postcode)
        if second.culture != first.culture and not set(others) & {
                first.address, first.phone, first.mobile, first.postcode}:
            return first, second
