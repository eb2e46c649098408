/** What every job is built on: options, the run record, exit codes, progress. Knows no job. */
package io.platelake.app.job;
