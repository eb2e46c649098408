/** What must go, going, and the proof that it went: plan, run, verify. */
package io.platelake.app.purge;
