package io.guanxi.kernel.tabular;

/**
 * What reading one file may cost.
 *
 * @param columns       most columns of a row
 * @param cellChars     longest cell in characters; a longer one is a fault of its row
 * @param rowChars      longest row in characters, all cells together
 * @param bytes         largest file as stored, in bytes
 * @param inflatedBytes most that all parts of one XLSX may inflate to, in bytes
 * @param inflation     most times that a part of an XLSX may be larger than its compressed form
 * @param sharedBytes   most memory for the shared texts of an XLSX, in bytes
 */
public record FileLimits(
        int columns, int cellChars, int rowChars, long bytes, long inflatedBytes, int inflation, int sharedBytes) {

    /** The product's own limits. */
    public static final FileLimits STANDARD = new FileLimits(500, 100_000, 1 << 20, 2L << 30, 2L << 30, 200, 64 << 20);
}
