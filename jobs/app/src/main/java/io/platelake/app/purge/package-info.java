/** Deletion of due data: plan, run, verify. */
package io.platelake.app.purge;
