/** Tables that only grow, row by row: their newest rows without a plan, and rows that last. */
package io.platelake.lake.journal;
