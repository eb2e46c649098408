/** Parquet files as trees, with every length in them checked before it is believed. */
package io.platelake.files.parquet;
