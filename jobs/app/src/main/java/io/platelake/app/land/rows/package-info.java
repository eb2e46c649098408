/** Turns parts of raw files into rows, with the fate of every record and its account. */
package io.platelake.app.land.rows;
