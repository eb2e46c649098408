/** Counts that outlive the reads: computed before the purge, reported after it. */
package io.platelake.app.facts;
