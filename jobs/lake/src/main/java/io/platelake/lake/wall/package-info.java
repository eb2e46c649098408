/**
 * The purpose wall: a session reads the partitions of the purpose it serves, and nothing else of a
 * table partitioned by purpose. Checked on every plan, before it runs.
 *
 * <p>What it cannot see is what is no Spark SQL plan: the RDD interface ({@code
 * sparkContext.textFile}), Hadoop's and Java's own files, rows that a job has already collected or
 * checkpointed, and copies of files outside their table. Access rights of the store are for those.
 */
package io.platelake.lake.wall;
