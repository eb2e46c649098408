/** Ledger of runs: what jobs did at the now of a night. */
package io.platelake.app.ledger.run;
