import { city } from "./places.ts";

/** Who hands in the files of the stations. */
export const units = { stations: `${city.name}总工会权益保障部` } as const;
