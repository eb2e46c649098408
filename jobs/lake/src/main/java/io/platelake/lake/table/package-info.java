/** Tables of a lake: reading, appending, replacing and deleting rows. */
package io.platelake.lake.table;
