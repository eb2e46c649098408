/** Reads that one camera made of one vehicle in a row, taken together; no read is changed. */
package io.platelake.core.pass;
