/** The API ends with it when somebody else listens on its port: its launcher then takes another one. */
export const PORT_TAKEN = 98;
