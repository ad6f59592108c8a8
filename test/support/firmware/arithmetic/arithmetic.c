// The floating point routines that the compiler itself brings for a core without a floating point unit. Run on the
// emulated core, they are a second opinion on those of the boot ROM. Their order is that of the table of the tests.

typedef void routine(void);

extern routine __aeabi_fadd, __aeabi_fsub, __aeabi_fmul, __aeabi_fdiv;
extern routine __aeabi_i2f, __aeabi_ui2f, __aeabi_l2f, __aeabi_ul2f, __aeabi_f2d;
extern routine __aeabi_dadd, __aeabi_dsub, __aeabi_dmul, __aeabi_ddiv, __aeabi_d2f;
extern routine __ieee754_sqrtf;

__attribute__((used, section(".table"))) routine *const table[] = {
    __aeabi_fadd, __aeabi_fsub, __aeabi_fmul, __aeabi_fdiv,
    __aeabi_i2f, __aeabi_ui2f, __aeabi_l2f, __aeabi_ul2f, __aeabi_f2d,
    __aeabi_dadd, __aeabi_dsub, __aeabi_dmul, __aeabi_ddiv, __aeabi_d2f,
    __ieee754_sqrtf,
};
