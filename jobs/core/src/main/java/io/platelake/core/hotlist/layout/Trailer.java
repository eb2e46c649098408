package io.platelake.core.hotlist.layout;

import java.util.regex.Pattern;

/**
 * The line after which nothing follows; a file without it was cut.
 *
 * @param match what it looks like
 * @param counts whether the first group is the number of records
 */
public record Trailer(Pattern match, boolean counts) {}
