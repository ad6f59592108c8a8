/** What a core needs of the memory around it; a read of nothing and the like throw `CoreFault`. */
export interface CoreBus {
  readUint8(address: number): number;
  readUint16(address: number): number;
  readUint32(address: number): number;
  writeUint8(address: number, value: number): void;
  writeUint16(address: number, value: number): void;
  writeUint32(address: number, value: number): void;
  /** An instruction's 16 bits. */
  fetch(address: number): number;
}
