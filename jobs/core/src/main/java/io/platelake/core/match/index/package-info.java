/** Indexes that find the entries of a hot list that a read may match. */
package io.platelake.core.match.index;
