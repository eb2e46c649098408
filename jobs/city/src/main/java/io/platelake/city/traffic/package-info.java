/** Passes of vehicles: hours, commutes and quotas. */
package io.platelake.city.traffic;
