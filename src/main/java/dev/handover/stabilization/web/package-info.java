/** REST of stabilization: {@code /api/go-lives/{key}/signals}. */
package dev.handover.stabilization.web;
