package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.files.StoredFile;

/**
 * A log file in which a verification found nothing.
 *
 * @param path relative to the root of the table
 * @param length bytes
 * @param modified milliseconds since 1970 UTC, as the store lists it
 * @param rules digest of the rules that it was held against
 */
public record CoveredLog(String path, long length, long modified, String rules) {
  boolean isAsListed(StoredFile file, String sameRules) {
    return file.path().equals(path)
        && file.length() == length
        && file.modified() == modified
        && rules.equals(sameRules);
  }
}
