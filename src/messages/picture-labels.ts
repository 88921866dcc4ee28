/** What is said about pictures. */
export interface PictureLabels {
  readonly notFont: (path: string) => string;
  /** Characters that no font has. */
  readonly missing: (characters: string) => string;
}
