import type { Organisation } from "./organisation.ts";

/** The choices that the rooms leave to the federation, `room.choice` → its options, the usual one first. */
export const choicesOf = ({ rooms }: Organisation): Record<string, readonly string[]> =>
  Object.fromEntries(
    rooms.flatMap(({ id, readings = {} }) =>
      Object.entries(readings).map(([choice, options]) => [`${id}.${choice}`, options] as const),
    ),
  );

/** The organisation with its indicators read as chosen. @param chosen `room.choice` → option */
export const readAs = (
  organisation: Organisation,
  chosen: Readonly<Record<string, string>>,
): Organisation => ({
  ...organisation,
  rooms: organisation.rooms.map((room) => ({
    ...room,
    indicators: room.indicators.map((indicator) => {
      const changes = Object.entries(indicator.under ?? {}).filter(([key]) => {
        const [choice, option] = key.split("=");
        return chosen[`${room.id}.${choice}`] === option;
      });
      return Object.assign({ ...indicator }, ...changes.map(([, change]) => change)) as typeof indicator;
    }),
  })),
});
