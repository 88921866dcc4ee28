/** A share from 0 to 1, as a decimal string, in percent with one digit: for the screen only. */
export const percent = (share: string): string => `${(Number(share) * 100).toFixed(1)}%`;
