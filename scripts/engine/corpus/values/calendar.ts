const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const months = "January February March April May June July August September October November December".split(
  " ",
);

export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function weekday(day: number): string {
  return weekdays[(day + 4) % 7] ?? "";
}

export function monthAndDay(day: number): { month: string; dayOfMonth: number; year: number } {
  const date = new Date(day * 86_400_000);
  return {
    month: months[date.getUTCMonth()] ?? "",
    dayOfMonth: date.getUTCDate(),
    year: date.getUTCFullYear(),
  };
}
