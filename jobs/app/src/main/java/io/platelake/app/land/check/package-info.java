/** Checks a feed file on raw files, without a lake and without Spark. */
package io.platelake.app.land.check;
