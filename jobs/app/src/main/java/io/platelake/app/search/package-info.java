/** Searches stored reads: the decision first, then the log, then the look, then the answer. */
package io.platelake.app.search;
