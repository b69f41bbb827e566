import type { TenantKey } from "../shares.ts";

/** Questions that need no tool, with the answers the agent knows. Templates as of `vary`. */
export const asides: Readonly<Record<TenantKey, readonly { question: string; answer: string }[]>> = {
  pizza: [
    {
      question: "[Do you have|Are there any|Have you got] gluten free [options|crusts|pizzas]?",
      answer:
        "Yes, [any pizza can be made with|we have] a gluten free crust [for three dollars more|at a small extra charge].",
    },
    {
      question: "[Is there|Do you guys have] parking [nearby|at your place|out front]?",
      answer: "[There's|We have] free parking [behind the building|right across the street].",
    },
    {
      question: "[Do you take|Can I pay with|Do you accept] [Apple Pay|gift cards|American Express|cash]?",
      answer: "[Yes, we do|Yes, that's fine|Sure, you can].",
    },
    {
      question: "[Is the|Do you have] outdoor [seating open|seating|tables]?",
      answer: "[Yes, our patio is open|We do, the patio is open] [when the weather is good|until nine].",
    },
    {
      question: "[Are your|Is the] [pizzas|food] [halal|vegetarian friendly|spicy]?",
      answer: "[Some of them are|A few of our dishes are], [I can tell you which|just ask when you order].",
    },
    {
      question: "[How long have you been|Are you guys new] [around|in town]?",
      answer: "[The family opened it|We opened] [over twenty years ago|quite a while ago].",
    },
    {
      question: "[Can I|Is it okay to] bring [my dog|a birthday cake|my own wine]?",
      answer: "[Sure, you're welcome to|Of course|Yes, no problem].",
    },
  ],
  dental: [
    {
      question: "[Do you|Does the clinic] [take|accept] [Delta Dental|my insurance|Medicaid|Cigna]?",
      answer:
        "[We work with most plans|We accept most insurance plans], [please bring your card|just bring your card along].",
    },
    {
      question: "[Is there|Do you have] parking [there|at the clinic|for patients]?",
      answer:
        "[Yes, there's a garage|We have parking] [under the building|next door] [and we validate|for patients].",
    },
    {
      question: "[Does|Will] [the whitening|a cleaning|that] hurt?",
      answer: "[Most people feel very little|Not usually], and the dentist can [numb the area|use a gel].",
    },
    {
      question: "[Can I|Am I allowed to] eat [before the visit|before I come in]?",
      answer: "[Yes, a light meal is fine|Yes, that's fine], [just brush before you come|no need to fast].",
    },
    {
      question: "[Do you|Does anybody there] [see|treat] [kids|children|toddlers]?",
      answer: "[We do, from age three|Yes, children are welcome].",
    },
    {
      question: "[How early|How much earlier] should I [be there|arrive|come in]?",
      answer: "[Ten minutes|About ten minutes] [before is enough|early for the paperwork].",
    },
    {
      question: "[Are you|Is the office] [wheelchair accessible|on the ground floor|near the subway]?",
      answer: "[Yes, we are|Yes], [there's an elevator|right at the main entrance].",
    },
  ],
  home: [
    {
      question: "[Are your|Do you have] [people|technicians] [licensed|insured|background checked]?",
      answer: "[Yes, all of them are|Every technician is] licensed and insured.",
    },
    {
      question: "[Do I|Does somebody] [need to|have to] be [home|there] [for that|when they come|]?",
      answer: "[Someone over eighteen should be there|Yes, please have an adult at home].",
    },
    {
      question: "[Do you|Can you guys] [also do|handle] [roofs|gutters|appliances|pest control]?",
      answer:
        "[Not at the moment, I'm sorry|I'm afraid we don't], [but we can recommend somebody|we stick to what we know].",
    },
    {
      question: "[Is there|Do you charge] a [call out fee|fee for coming out|trip charge]?",
      answer: "[The visit itself is free if|There is none when] you go ahead with the repair.",
    },
    {
      question: "[Do you|Does it come with] [give a|have a] [guarantee|warranty]?",
      answer: "[All our work has|We give] a one year warranty.",
    },
    {
      question: "[Can I|Is it possible to] pay [in installments|later|by check]?",
      answer: "[Yes, we can arrange that|Sure, the technician can set that up].",
    },
    {
      question: "[Do they|Will they] [wear shoe covers|bring their own tools|clean up after]?",
      answer: "[Yes, always|They do|Of course they do].",
    },
  ],
};
