/// Prose of the kind that is examined, everything in it invented: the automata are grown along it
/// first, so that ordinary words are told apart where ordinary words lead.
enum SampleProse {
  static let text = Array(
    """
    Westbury Metropolitan Borough Council (99 000 000)
    Category : Adult care services > Assessment and care plan
    Decision : Upheld
    Decision date : 12 March 2024

    Summary: Mrs X complained about how the Council dealt with her daughter's special educational \
    needs and about its delay in issuing an Education, Health and Care Plan. We found fault with the \
    Council for failing to carry out an annual review. It has agreed to apologise, pay Mrs X £500 to \
    recognise the distress caused and review its procedures.

    The complaint
    1. The complainant, whom I shall refer to as Mr Y, complains that the Housing Association failed \
    to complete repairs to his property after he reported damp and mould in November 2022. He says \
    that this has affected the health of his family, and that his youngest child, who is seven years \
    old, now suffers from asthma.
    2. The resident holds an assured tenancy of a two-bedroom flat on the second floor. She lives there \
    with her husband and two children. Her sister-in-law, Ms Z, has represented her throughout.

    The Ombudsman's role and powers
    3. We investigate complaints about "maladministration" and "service failure". In this statement, I \
    have used the word fault to refer to these. We must also consider whether any fault has had an \
    adverse impact on the person making the complaint. (Local Government Act 1974, sections 26(1) and \
    26A(1), as amended)
    4. When considering complaints, we make findings based on the balance of probabilities. This means \
    that we will weigh up the available relevant evidence and base our findings on what we think was \
    more likely to have happened. Under our information sharing agreement, we will share this decision \
    with Ofsted and the Care Quality Commission (CQC).

    How I considered this complaint
    5. I considered the information Mr Y and the Council provided, spoke to him by telephone, and read \
    the relevant law, policy and guidance, including the Care Act 2014, the Children and Families Act \
    2014, the Housing Act 1996 Part VII, the Equality Act 2010 and the SEND Code of Practice.

    What I found
    6. On 4 January 2023 Mrs X wrote to the Head of Service. She asked for a copy of the report and said \
    that Doctor Bloggs at St Mary's Hospital had told her the assessment was wrong. On Monday 9 January \
    the social worker, Jane Bloggs, visited the family at home. The Council's records show that she \
    spoke with the grandmother, and that Joe Bloggs, aged 43, was not present.
    7. In April 2023 the landlord's contractor attended the property but could not get access. An \
    operative noted: "No one in. Left card. Tenant called back and said she'd been at work all day." The \
    resident's email of the same day says otherwise. Westbury Homes Limited replied on 17/05/2023.
    8. The Director of Children's Services answered the stage two complaint on 28 June 2023, following \
    the Panel's hearing. The Independent Reviewing Officer, the Designated Officer and North Westbury \
    Clinical Commissioning Group took part. It offered £150 for time and trouble; Mrs X refused that.
    9. Between 2019 and 2021 the family had lived at 14 Station Road, Great Westbury, WB1 2AB, near High \
    Street and the Old Mill. The house in Church Lane belonged to John Smith and his wife Mary, who moved \
    there from Northern Ireland. Their neighbour, Mr A Brown, kept dogs. Miss Green called the police.
    10. Please write to complaints@example.org, visit www.example.org/complaints, or ring 01632 960123 \
    quoting reference HO/2023/0417. Our office hours are 9am to 5pm, Monday to Friday, except bank \
    holidays. You can also contact the Information Commissioner's Office about your personal data.

    The applicant was born in 1967 and lives in Warsaw. He was represented before the Court by Ms \
    A. Kowalska, a lawyer practising in London. The Government were represented by their Agent, Mr \
    J. Novak, of the Ministry of Foreign Affairs. In its judgment of 3 October 2001 the Regional Court \
    convicted him under Article 148 of the Criminal Code; the Supreme Court dismissed his appeal. See \
    Smith v. the United Kingdom, no. 12345/03, §§ 45-52, ECHR 2005-IV, and R (Jones) v Westbury Council \
    [2015] EWCA Civ 1034.

    In the First-tier Tribunal (Property Chamber) Judge White heard the case by video on 22 August 2022. \
    The Respondent is the freeholder, Alder Estates Ltd; the Applicants are the leaseholders of Flats 1 \
    to 9. Having considered the bundle, which runs to 312 pages, the Tribunal determines that the sum of \
    £1,240.50 is payable under the lease dated 5 June 1998. Neither party asked for costs. The Upper \
    Tribunal's decision in Daejan was considered. Rules 3, 13 and 27 apply; the hearing took 2 hours.

    From: Housing Team <housing@example.gov.uk>  To: Tom  Date: Tue, 5 Sep 2023 10:42
    Hi Tom, thanks for your message. I've attached the letter from Dr Patel and Sarah's notes of what \
    Kevin said about his mum. Could you let me know by Thursday whether Priya can come along? Regards, Anne
    Her NHS number is on the form, her date of birth is 01/02/1983 and her next appointment with Nurse \
    Black is at 10.15 on 7 July at Westbury General Hospital, Ward 12. The pupil attends Oakfield Primary \
    School in Year 4, with an EHC Plan; her teaching assistant is Mrs Hill. The family speak Polish and are \
    Roman Catholic. They receive Universal Credit, Housing Benefit and a Personal Independence Payment. The \
    Data Protection Officer, a Team Manager and two senior officers from Highways, Planning and Council Tax \
    met the Chief Executive. On the balance of evidence, I do not find fault. Final decision: I have \
    completed my investigation. Investigator's decision on behalf of the Ombudsman. However, although it \
    took longer than it should have, there was no injustice. As a result, because of this, within one \
    month of the date of my decision, the Council will: apologise to Mr B and his partner; pay them £300; \
    remind staff of the need to keep records; and tell us when it has done so. We do not start or continue \
    an investigation if we decide that any further investigation would not lead to a different outcome.
    """.utf8)
}
