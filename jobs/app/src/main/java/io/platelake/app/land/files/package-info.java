/**
 * Raw files: what they are, how they go into batches and tasks, and what becomes of them
 * afterwards.
 */
package io.platelake.app.land.files;
