/** Why there is no MicroPython for the tests; `reason` is for code, the message for a person. */
export class ProvisionError extends Error {
  /**
   * @param {import("./provision.mjs").ProvisionReason} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = "ProvisionError";
    this.reason = reason;
  }
}
