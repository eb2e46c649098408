/** A whole night in one process: the steps that Airflow would start one by one. */
package io.platelake.app.night;
