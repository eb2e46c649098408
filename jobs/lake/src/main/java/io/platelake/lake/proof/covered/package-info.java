/** What an earlier verification read: the times in data files, and log files that were clean. */
package io.platelake.lake.proof.covered;
