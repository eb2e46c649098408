/** Finds the records of a batch that repeat an event, and gives out the rows without them. */
package io.platelake.app.land.repeats;
