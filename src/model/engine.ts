/** Stands in every results file: which engine came to them. */
export const ENGINE = { name: "faping", version: "0.1.0" } as const;
