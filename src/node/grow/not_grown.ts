/** Why the last warehouse cannot be grown: it is made from nothing, and nobody is told. */
export class NotGrown extends Error {}
