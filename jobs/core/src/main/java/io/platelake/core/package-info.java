/** Plates and rules in plain Java: no Spark, no input or output, no clock. */
package io.platelake.core;
