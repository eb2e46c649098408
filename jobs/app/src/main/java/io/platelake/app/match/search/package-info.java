/** Compares reads with entries: the reads of each agency with its own entries, in one look. */
package io.platelake.app.match.search;
