/** Proof that what was deleted is gone: read without Spark, Delta or any code that deletes. */
package io.platelake.lake.proof;
