/** Spark sessions and their settings. */
package io.platelake.lake.session;
