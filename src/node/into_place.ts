import { rename, rm } from "node:fs/promises";

/** Puts a finished folder where the old one stands, whole. */
export const moveIntoPlace = async (built: string, place: string): Promise<void> => {
  const aside = `${place}.old-${process.pid}`;
  await rename(place, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(built, place);
  await rm(aside, { recursive: true, force: true });
};
