/**
 * Pictures that come with a read: their kind, where they stand in a record, and why one is lost.
 */
package io.platelake.core.picture;
