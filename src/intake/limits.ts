/**
 * Bounds of the reader of record. They are far above any evidence workbook and far below what would
 * exhaust a machine; each is checked before, or while, the memory it protects is used.
 */
const MIB = 1024 * 1024;

export const MAX_FILE_BYTES = 100 * MIB;
export const MAX_ENTRIES = 1000;
/** All inflated parts of one workbook together. */
export const MAX_TOTAL_BYTES = 100 * MIB;
export const MAX_PART_BYTES = 64 * MIB;
/** Inflated : stored. Spreadsheet XML reaches 40; only a bomb goes beyond this on a part of some size. */
export const MAX_RATIO = 200;
export const RATIO_COUNTS_FROM_BYTES = MIB;

/** Of the pieces in which a part is handed on; most parts are one, so that nothing has to be put together. */
export const PIECE_BYTES = MIB;

export const MAX_DEPTH = 64;
/** XML elements of all parts together: two million styled blank cells are a fifth of it. */
export const MAX_ELEMENTS = 10_000_000;
export const MAX_ATTRIBUTES = 256;
/** Characters of one text as stored. A cell holds 32,767, each at most eight characters long in XML. */
export const MAX_TEXT = MIB;
/** Characters of one tag, text, comment or instruction, as stored: so much is kept until it is whole. */
export const MAX_CONSTRUCT = 2 * MIB;
/** Characters of a number as stored; writers need two dozen. Exact arithmetic on millions would never end. */
export const MAX_NUMBER_LENGTH = 100;

/** The grid of the file format itself. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Filled cells and filled rows, all sheets of one workbook together. */
export const MAX_FILLED_CELLS = 200_000;
export const MAX_FILLED_ROWS = 50_000;
export const MAX_MERGES = 50_000;
/** Spans of hidden columns. */
export const MAX_COLUMN_SPANS = 50_000;
export const MAX_SHEETS = 500;
/** Shared strings, used or not. */
export const MAX_STRINGS = 1_000_000;
/** Cell styles; Excel itself makes no more than 65,490. */
export const MAX_STYLES = 100_000;

/**
 * Rows and fields of a CSV file, the blank ones with them (empty lines apart): Excel writes out rows of
 * nothing but commas up to a stray mark in a far cell.
 */
export const MAX_RECORDS = 200_000;
export const MAX_FIELDS = 10_000_000;
