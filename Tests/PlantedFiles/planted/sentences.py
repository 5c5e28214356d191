"""Paragraphs as ombudsmen write them, with and without what should not have been left in."""

from string import Formatter

from planted.people import Person
from planted.planting import Case, Kind, Planting, Sentence

# Whole paragraphs, each with words that say what the value is.
FAMILIES = (
    "The complainant, {a.name} of {a.address}, {a.town}, {a.postcode}, complained that the Council "
    "delayed the assessment of her care needs by seven months.",
    "The Council's file note reads: “Spoke to {a.name} on {a.phone}. She was upset that nobody had "
    "returned her earlier calls.”",
    "{a.surname} emailed the service manager from {a.email} to say that the care plan was wrong.",
    "The hospital discharge summary gives {a.name}'s NHS number as {a.nhs}, and the Council copied it "
    "into its letter.",
    "{b.name}, date of birth {b.birth}, was placed in temporary accommodation for eleven weeks.",
    "The officer visited {a.name} at her home, {a.address}, {a.town}, and found damp in two rooms.",
    "In its response the Council said that {a.surname} had told {b.surname} about the refund, and "
    "that {b.surname} agreed to wait.",
    "The social worker telephoned {b.name} on {b.mobile} and left a message about the review.",
    "I have seen the invoice addressed to {a.name}, {a.address}, {a.town} {a.postcode}. It charged "
    "for visits that did not take place.",
    "{a.name}, who was born on {a.birth}, has a learning disability and receives a direct payment.",
    "The Council apologised to {a.name} and to {b.name} for the distress its letter had caused.",
    "The school wrote to {b.name} at {b.email} about the exclusion but sent a copy to the wrong parent.",
    "Notes of the meeting record that {a.name} attended with a friend, {b.name}, and an advocate.",
    "The blue badge was posted to {a.address}, {a.town}, {a.postcode}, although {a.surname} had moved.",
    "The care agency's log shows that {b.name} (tel: {b.phone}) reported a missed visit to the "
    "out-of-hours team.",
    "The GP's letter says: “{a.name}, DOB {a.birth}, NHS number {a.nhs}, has been my patient for ten "
    "years.”",
    "The housing officer, writing to {a.surname}, said that the landlord could be reached through "
    "{b.name} on {b.mobile}.",
    "The complaint form was signed by {a.name} and gives a contact number of {a.mobile} and an e-mail "
    "address of {a.email}.",
    "Mr X says that his neighbour, {b.name} of {b.address}, {b.town}, objected to the extension.",
    "The Council's chronology states that {a.surname} phoned on 3 June and spoke to an officer about "
    "the arrears.",
    "{b.name} told the panel that the transport had failed on nine days in the autumn term.",
    "The tribunal directed that correspondence be sent to {b.name}, {b.address}, {b.town}, "
    "{b.postcode}.",
    "On 12 March the Council received an e-mail from {a.email} in which {a.name} set out seven points "
    "of complaint.",
    "The safeguarding referral names the person at risk as {b.name}, born on {b.birth}, of "
    "{b.address}, {b.town}.",
    "Mrs X says that {b.surname} from the finance team rang her mobile, {a.mobile}, without leaving a "
    "message.",
    "The Council's record of the call with {a.name} is brief. It says that {a.surname} “wants her "
    "money back”.",
    "The independent reviewer interviewed {a.name} and {b.name} separately, and noted that they "
    "remembered the meeting differently.",
    "The respite provider kept a card for {b.name} with the words: NHS number {b.nhs}, next of kin "
    "{a.name}, telephone {a.phone}.",
)

# One sentence, for notes, headers, comments and other layers that are short.
NOTES = (
    "Please ring {a.name} on {a.phone} before this goes out.",
    "Draft sent to {a.name} at {a.email} for comment.",
    "{a.name} lives at {a.address}, {a.town}, {a.postcode}.",
    "Check with {b.name}, date of birth {b.birth}, that this is right.",
    "Spoke to {a.surname} on {a.mobile} this morning.",
    "{a.name}'s NHS number is {a.nhs}.",
    "Complaint of {a.name} and {b.name} against the Council.",
)

# What may stand in any decision.
CLEAN = (
    "We investigate complaints about ‘maladministration’ and ‘service failure’. In this statement I "
    "have used the word fault to refer to these.",
    "Mrs X complains that the Council did not review her mother's care plan when it should have done.",
    "I considered the complaint, the Council's comments and the relevant law and guidance.",
    "The Care Act 2014 and the statutory guidance set out how councils should assess adults who "
    "appear to need care and support.",
    "Councils should tell people how to appeal. The Council did not do so here, and that was fault.",
    "Mrs X was caused avoidable uncertainty, because she cannot know whether the outcome would have "
    "been different.",
    "Within one month the Council will apologise to Mrs X and review its procedure.",
    "I have completed my investigation and uphold the complaint.",
    "The Council says that it was short of staff over the winter and has since recruited.",
    "Mrs X and the Council had an opportunity to comment on my draft decision.",
)

HEADINGS = ("The complaint", "How I considered this complaint", "What I found", "Final decision")

KINDS: dict[str, Kind] = {
    "name": Kind.NAME, "full": Kind.NAME, "surname": Kind.NAME, "address": Kind.ADDRESS,
    "town": Kind.ADDRESS, "postcode": Kind.POSTCODE, "phone": Kind.PHONE, "mobile": Kind.PHONE,
    "email": Kind.EMAIL, "nhs": Kind.NHS_NUMBER, "birth": Kind.BIRTH_DATE}


def value(person: Person, field: str) -> str:
    """A field without the title that may stand."""
    match field:
        case "name":
            return person.full
        case "surname":
            return person.family
        case _:
            return getattr(person, field)


def fill(template: str, case: Case) -> Sentence:
    """A template with a case's values in it."""
    people = {"a": case.first, "b": case.second}
    plantings: list[Planting] = []
    for _, name, _, _ in Formatter().parse(template):
        if name:
            who, field = name.split(".")
            # A town is public alone; it goes with its address, which is searched for.
            if field != "town":
                item = Planting(value(people[who], field), KINDS[field])
                if item not in plantings:
                    plantings.append(item)
    return Sentence(template.format(**people), tuple(plantings))


def paragraph(case: Case) -> Sentence:
    return fill(case.random.choice(FAMILIES), case)


def note(case: Case) -> Sentence:
    """A different note for each variant, so that all kinds of value are in each layer."""
    return fill(NOTES[case.variant % len(NOTES)], case)


def name_note(case: Case) -> Sentence:
    return fill("The complaint of {a.name}", case)


def clean(case: Case, count: int) -> list[Sentence]:
    return [Sentence(text) for text in case.random.sample(CLEAN, count)]
