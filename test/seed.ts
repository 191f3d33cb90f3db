import fc from "fast-check";

/** Property tests try the same cases at every run, so that what passed here passes elsewhere; another number tries others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_181_231) });
