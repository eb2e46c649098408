/** Vendor payloads: one format a feed, and the files of a day. */
package io.platelake.city.payload;
