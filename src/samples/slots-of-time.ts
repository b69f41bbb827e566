import type { Slot, Words } from "./slot.ts";
import { type Day, fullDate, isoDate, speakDate, weekdayName, weekdayOf } from "./speech/dates.ts";
import { numberWords } from "./speech/numbers.ts";
import { clockTime, isoTime, speakTime } from "./speech/times.ts";
import type { Stage } from "./stage.ts";

/** A day within two weeks on which the business is open (Sundays it isn't). */
export function drawDay(stage: Stage, except: readonly Day[] = []): Day {
  for (;;) {
    const day = stage.today + 1 + stage.random.below(stage.random.chance(0.7) ? 7 : 13);
    if (weekdayOf(day) !== 0 && !except.includes(day)) return day;
  }
}

/** A quarter or half hour between two hours of the day. */
export function drawTime(stage: Stage, from: number, to: number, except: readonly number[] = []): number {
  for (;;) {
    const step = stage.random.chance(0.8) ? 30 : 15;
    const minutes = from * 60 + step * stage.random.below(((to - from) * 60) / step);
    if (!except.includes(minutes)) return minutes;
  }
}

export function dateSlot(stage: Stage, day: Day): Slot {
  const right = dateWords(stage, day);
  return {
    name: "date",
    ask: ["[What|Which] day [works for you|would you like|suits you]?", "[And for|For] [which|what] day?"],
    within: (said) => (/\b(?:today|tomorrow|this|next)\b/.test(said) ? said : `on ${said}`),
    answer: (said) =>
      `[|let's say |how about |I was thinking |maybe ]${said}[|, please| would be good| works]`,
    right,
    wrong: dateWords(stage, drawDay(stage, [day, stage.today + 1])),
    distinct: true,
    loose: { date: stage.business("date", isoDate(day), weekdayName(day)) },
  };
}

function dateWords(stage: Stage, day: Day): Words {
  const iso = isoDate(day);
  return {
    said: () => stage.business("date", iso, speakDate(stage.random, day, stage.today)),
    echo: () => stage.business("date", iso, fullDate(day)),
    args: { date: stage.business("date", iso) },
  };
}

export interface Hours {
  readonly from: number;
  readonly to: number;
}

export function timeSlot(stage: Stage, minutes: number, hours: Hours): Slot {
  const wrongMinutes = drawTime(stage, hours.from, hours.to, [minutes, minutes + 720, minutes - 720]);
  return {
    name: "time",
    ask: ["[What|Which] time [works|would you like|suits you best]?", "[And|] [at what|what] time?"],
    within: (said) => `at ${said}`,
    answer: (said) => `[|at |around |maybe |let's do ]${said}[|, please| if you have it| would be great]`,
    right: timeWords(stage, minutes),
    wrong: timeWords(stage, wrongMinutes),
    distinct: minutes % 60 !== 0 && wrongMinutes % 60 !== minutes % 60,
    loose: { time: stage.business("time", isoTime(minutes), clockTime(minutes)) },
  };
}

export function timeWords(stage: Stage, minutes: number): Words {
  const iso = isoTime(minutes);
  return {
    said: () => stage.business("time", iso, speakTime(stage.random, minutes)),
    echo: () => stage.business("time", iso, clockTime(minutes)),
    args: { time: stage.business("time", iso) },
  };
}

export function partySlot(stage: Stage): Slot {
  const large = stage.random.chance(0.15);
  const size = large ? 13 + stage.random.below(5) : 2 + stage.random.below(8);
  const mistaken = large ? (size - 10) * 10 : size + stage.random.pick([1, -1]);
  return {
    name: "party",
    ask: ["[For how many people|How many people|How many of you will there be|How many guests]?"],
    within: (said) => `for ${said}[| people]`,
    answer: (said) => `[|for |there will be |we are |make it ]${said}[| people|, please]`,
    right: partyWords(stage, size),
    wrong: partyWords(stage, mistaken > 60 ? 50 : mistaken),
    distinct: large,
    loose: { party_size: stage.business("quantity", String(size), numberWords(size)) },
  };
}

function partyWords(stage: Stage, size: number): Words {
  const spoken = stage.caller.voice.spokenNumbers || stage.random.chance(0.5);
  return {
    said: () => stage.business("quantity", String(size), spoken ? numberWords(size) : String(size)),
    echo: () => `${stage.business("quantity", String(size))} people`,
    args: { party_size: size },
  };
}
