/** The disk of this machine, as Spark and Delta see it: no process is started for a file. */
package io.platelake.lake.session.disk;
