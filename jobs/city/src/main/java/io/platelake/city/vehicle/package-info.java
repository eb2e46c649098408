/** The fleet: plates, models and colours. */
package io.platelake.city.vehicle;
