/**
 * The annual report, from daily facts and ledgers only: it is the same after the reads are gone.
 */
package io.platelake.app.report;
