/* main.c: ramure(1). */
int main(void)
{
	return 2;
}
