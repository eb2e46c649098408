/** Protected places: how they are read from GeoJSON and which of them a position lies in. */
package io.platelake.core.zone;
